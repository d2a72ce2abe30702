package org.mailboxremediation.process;

/** Why a task cannot be completed like this: one sentence for the person at the task, without foreign text. */
public final class InputRefused extends RuntimeException {

    public InputRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
