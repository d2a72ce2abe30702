package org.mailboxremediation.process;

import java.util.Set;

/** The article's five steps, and the activities of the main model that make up each. */
enum ProcedureStep {
    CHANGE_PASSWORD("Change password", "CallActivity_ChangePassword", "CallActivity_LockOutAgain"),
    SCAN_DEVICES(
            "Scan all devices",
            "CallActivity_RestoreAccess",
            "CallActivity_ScanDevices",
            "CallActivity_ChangePasswordAgain",
            "UserTask_SettleOpenPoints"),
    ALERT_PEOPLE("Alert administrators and colleagues", "CallActivity_AlertPeople"),
    BLOCK_SENDER("Trace and block the source", "CallActivity_BlockSender"),
    EDUCATE_OWNER("Educate the owner", "UserTask_EducateOwner");

    private final String title;
    private final String last;
    private final Set<String> others;

    ProcedureStep(String title, String last, String... others) {
        this.title = title;
        this.last = last;
        this.others = Set.of(others);
    }

    int number() {
        return ordinal() + 1;
    }

    String title() {
        return title;
    }

    /** The activity without whose completion the step is not done. */
    String last() {
        return last;
    }

    boolean holds(String activity) {
        return last.equals(activity) || others.contains(activity);
    }
}
