package org.mailboxremediation.evidence.trace;

/** Whether the message shows where it came in from outside. */
public enum Boundary {
    /** The address that our side saw as its peer was read. */
    FOUND,
    /** The message never came from outside, as far as its header says. */
    NONE,
    /** There is such a line, but its address cannot be read; a deeper line is never taken instead. */
    UNDETERMINED
}
