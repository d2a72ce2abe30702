package org.mailboxremediation.process.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.process.ConflictRetry;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands before every engine command of a person. A submission may carry only the form's own fields, each within its rule;
 * any other command that writes variables, sends messages, starts or changes processes is refused. Commands that the engine
 * issues inside another, and work without an authenticated person, pass. What a person submits is repeated where a branch of
 * the case moved at the same moment: that is no reason to refuse it.
 */
public final class TaskInputGuard extends CommandInterceptor {

    private static final Set<String> PLAIN =
            Set.of("string", "boolean", "integer", "long", "short", "double", "number", "date", "null", "json");

    private final IdentityService identity;
    private final ObjectProvider<Submissions> submissions;
    private final ObjectProvider<ConflictRetry> retries;

    public TaskInputGuard(
            IdentityService identity, ObjectProvider<Submissions> submissions, ObjectProvider<ConflictRetry> retries) {
        this.identity = identity;
        this.submissions = submissions;
        this.retries = retries;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || identity.getCurrentAuthentication() == null) {
            return next.execute(command);
        }
        hold(command);
        return isRepeatable(command) ? retries.getObject().repeat(() -> next.execute(command)) : next.execute(command);
    }

    private static boolean isRepeatable(Command<?> command) {
        boolean submits = command instanceof CompleteTaskCmd
                || command instanceof SubmitTaskFormCmd
                || command instanceof SubmitStartFormCmd;
        return submits && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private void hold(Command<?> command) {
        if (!PersonCommands.allowed(command)) {
            throw new AuthorizationException(
                    "The procedure does this itself: people report, work their tasks and read.");
        }
        DirectFieldAccessor fields = new DirectFieldAccessor(command);
        if (command instanceof CompleteTaskCmd) {
            submissions.getObject().task(text(fields, "taskId"), plain(fields.getPropertyValue("variables")));
        } else if (command instanceof SubmitTaskFormCmd) {
            submissions.getObject().task(text(fields, "taskId"), plain(fields.getPropertyValue("properties")));
        } else if (command instanceof AddCommentCmd) {
            submissions.getObject().remark(text(fields, "message"));
        } else if (command instanceof SubmitStartFormCmd) {
            if (fields.getPropertyValue("businessKey") != null) {
                throw Submissions.refused("Which case a process belongs to is not for its starter to say.");
            }
            submissions
                    .getObject()
                    .start(text(fields, "processDefinitionId"), plain(fields.getPropertyValue("variables")));
        }
    }

    private static String text(DirectFieldAccessor fields, String name) {
        return String.valueOf(fields.getPropertyValue(name));
    }

    private static Map<String, Object> plain(@Nullable Object variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (variables instanceof VariableMap map) {
            map.keySet().forEach(name -> plain.put(name, plain(map.<TypedValue>getValueTyped(name))));
        } else if (variables instanceof Map<?, ?> map) {
            map.forEach((name, value) ->
                    plain.put(String.valueOf(name), value instanceof TypedValue typed ? plain(typed) : value));
        }
        return plain;
    }

    private static @Nullable Object plain(@Nullable TypedValue value) {
        if (value == null) {
            return null;
        }
        if (!isPlain(value)) {
            // A serialized object would be made by its class's own code, whatever class the sender names.
            throw Submissions.refused("A field takes a text, a number, a yes or no, a date or JSON.");
        }
        if (value instanceof SerializableValue serialized) {
            return serialized.isDeserialized()
                    ? String.valueOf(serialized.getValue())
                    : serialized.getValueSerialized();
        }
        return value.getValue();
    }

    /** A value of no type, as Tasklist sends most, is one that JSON has a word for. */
    private static boolean isPlain(TypedValue value) {
        if (value.getType() != null) {
            return PLAIN.contains(value.getType().getName());
        }
        Object content = value.getValue();
        return content == null || content instanceof String || content instanceof Number || content instanceof Boolean;
    }
}
