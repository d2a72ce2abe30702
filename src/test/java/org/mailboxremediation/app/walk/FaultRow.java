package org.mailboxremediation.app.walk;

import java.util.List;
import java.util.function.Function;
import org.mailboxremediation.sandbox.fault.FaultRule;
import org.mailboxremediation.sandbox.fault.Trouble;

/**
 * One row of the fault matrix.
 *
 * @param name what goes wrong
 * @param symptom what is reported; some symptoms block the mailbox
 * @param ends how it must end
 * @param rules the faults for a mailbox
 */
record FaultRow(String name, String symptom, Ends ends, Function<String, List<FaultRule>> rules) {

    /** Triage leaves the mailbox open. */
    static final String OPEN = "BOUNCES";
    /** Triage blocks it. */
    static final String BLOCKED = "PASSWORD_CHANGED";

    /** How a row may end: never as a success that is none. */
    enum Ends {
        /** Done, seen to be done, and truly so. */
        CONVERGED,
        /** A person has an open task. */
        TASK
    }

    /** A fault of the write that comes once. */
    static FaultRow once(String name, Trouble trouble, Ends ends) {
        return new FaultRow(
                name + ", once", OPEN, ends, mailbox -> List.of(FaultRule.once("mailbox.password", mailbox, trouble)));
    }

    /** A fault of the write that stays. */
    static FaultRow always(String name, Trouble trouble, Ends ends) {
        return new FaultRow(
                name + ", always",
                OPEN,
                ends,
                mailbox -> List.of(FaultRule.always("mailbox.password", mailbox, trouble)));
    }

    /** A fault of another call. */
    static FaultRow of(String name, String symptom, Ends ends, String operation, int times, Trouble trouble) {
        return new FaultRow(
                name, symptom, ends, mailbox -> List.of(new FaultRule(operation, mailbox, 0, times, 1, trouble)));
    }

    /** A fault of the reads behind the one at the report. */
    static FaultRow reads(String name, Trouble trouble) {
        return new FaultRow(
                name + ", 3 reads",
                BLOCKED,
                Ends.CONVERGED,
                mailbox -> List.of(FaultRule.once("mailbox.show", mailbox, trouble)
                        .behind(1)
                        .repeated(3)));
    }

    @Override
    public String toString() {
        return name;
    }
}
