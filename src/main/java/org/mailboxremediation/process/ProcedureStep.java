package org.mailboxremediation.process;

import java.util.List;
import java.util.Set;

/**
 * One of the article's five steps, and the activities that make it up.
 *
 * @param last the activity without whose completion the step is not done
 * @param others what else belongs to it
 */
record ProcedureStep(int number, String title, String last, Set<String> others) {

    /** The task of step 5, in a process of its own. */
    static final String LESSONS = "UserTask_EducateOwner";

    /** The five, in the article's order. */
    static final List<ProcedureStep> ALL = List.of(
            new ProcedureStep(1, "Change password", "CallActivity_ChangePassword", Set.of("CallActivity_LockOutAgain")),
            new ProcedureStep(
                    2,
                    "Scan all devices",
                    "CallActivity_RestoreAccess",
                    Set.of(
                            "CallActivity_ScanDevices",
                            "CallActivity_ChangePasswordAgain",
                            "UserTask_SettleOpenPoints")),
            new ProcedureStep(3, "Alert administrators and colleagues", "CallActivity_AlertPeople", Set.of()),
            new ProcedureStep(4, "Trace and block the source", "CallActivity_BlockSender", Set.of()),
            new ProcedureStep(5, "Educate the owner", LESSONS, Set.of()));

    ProcedureStep {
        others = Set.copyOf(others);
    }

    boolean holds(String activity) {
        return last.equals(activity) || others.contains(activity);
    }
}
