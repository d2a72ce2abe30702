package org.mailboxremediation.restore.walk;

/** Something that happens so many seconds after the report. */
public record Step(long at, Happening happening) {}
