package org.mailboxremediation.process;

import java.util.Arrays;
import java.util.Optional;

/** The outside effects a process waits for, each with the message its receive task listens to. */
public enum Step {
    CHANGE_PASSWORD("Message_PasswordChangeOutcome"),
    CLEAR_SETTINGS("Message_ClearSettingsOutcome"),
    BLOCK_ACCESS("Message_BlockAccessOutcome"),
    RESTORE_ACCESS("Message_RestoreAccessOutcome"),
    ALERT_ADMINISTRATORS("Message_AlertAdministratorsOutcome"),
    ALERT_COLLEAGUES("Message_AlertColleaguesOutcome"),
    BLOCK_SENDER("Message_BlockSenderOutcome");

    private final String message;

    Step(String message) {
        this.message = message;
    }

    /** The message name in the model. */
    public String message() {
        return message;
    }

    /** The step with that name; empty for an effect no process waits for. */
    public static Optional<Step> named(String name) {
        return Arrays.stream(values()).filter(s -> s.name().equals(name)).findFirst();
    }
}
