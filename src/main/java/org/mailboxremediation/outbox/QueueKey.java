package org.mailboxremediation.outbox;

/**
 * The queue that a command waits in: one for each step, and another for the step's verification.
 *
 * @param step the step
 * @param stage what is to be attempted next
 */
record QueueKey(String step, Stage stage) {

    private static final String VERIFY = ":VERIFY";

    static QueueKey effect(String step) {
        return new QueueKey(step, Stage.EFFECT);
    }

    static QueueKey verify(String step) {
        return new QueueKey(step, Stage.VERIFY);
    }

    static QueueKey parse(String text) {
        return text.endsWith(VERIFY) ? verify(text.substring(0, text.length() - VERIFY.length())) : effect(text);
    }

    /** As the database spells it. */
    String text() {
        return stage == Stage.VERIFY ? step + VERIFY : step;
    }
}
