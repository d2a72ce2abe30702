package org.mailboxremediation.database;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Skips tests that share a Spring context, by name and before it is made, where their database cannot be started. */
public final class DatabaseStarts implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (DatabaseKind.chosen() == DatabaseKind.H2) {
            return ConditionEvaluationResult.enabled("H2 needs nothing.");
        }
        try {
            EmbeddedServer.running();
            return ConditionEvaluationResult.enabled("PostgreSQL is running.");
        } catch (TestAbortedException none) {
            return ConditionEvaluationResult.disabled(none.getMessage());
        }
    }
}
