package org.mailboxremediation.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.mailboxremediation.outbox.OneTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the engine write what many of its commands made at once: one batch a table, where each would write for itself. */
@Component
final class EngineBatch implements OneTransaction {

    private final ObjectProvider<ProcessEngine> engine;

    EngineBatch(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Does the work in one transaction and one command of the engine: all of it, or nothing. */
    @Override
    public void inOneTransaction(Runnable work) {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        settings.getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }
}
