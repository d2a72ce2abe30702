package org.mailboxremediation.webapp;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** The Tasklist plugin. Camunda finds it by its services file and makes it itself, without Spring. */
public final class MailboxRemediationPlugin extends AbstractTasklistPlugin {

    /** Names the plugin in its address, {@code /camunda/api/tasklist/plugin/mailbox-remediation}, and its assets' folder. */
    static final String ID = "mailbox-remediation";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(TaskResource.class);
    }
}
