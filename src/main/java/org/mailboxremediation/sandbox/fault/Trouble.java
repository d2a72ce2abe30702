package org.mailboxremediation.sandbox.fault;

import java.time.Duration;

/**
 * One way to fail.
 *
 * @param kind what happens
 * @param number the status of {@link Kind#STATUS}, the reads of {@link Kind#LATE}; otherwise 0
 * @param time how long it takes, for the kinds that wait; at most an hour
 * @param text what the kind needs beside: a Retry-After value, a field's name, or where to redirect to; may be empty
 */
public record Trouble(Kind kind, int number, Duration time, String text) {

    private static final Duration LONGEST = Duration.ofHours(1);

    /** What can happen to a call. "Applied" means that its effect took place. */
    public enum Kind {
        /** Not applied; the connection is cut. */
        CUT,
        /** Not applied; nothing is answered for the time, then the connection is cut. */
        NO_ANSWER,
        /** Waits for the time, and then goes on as if nothing had been. */
        HOLD,
        /** Applied; the connection is cut instead of an answer. */
        LOST_REPLY,
        /** Applied; answered after the time. */
        LATE_REPLY,
        /** Not applied; answered with the status, and the text as {@code Retry-After}. A login is refused. */
        STATUS,
        /** Not applied; refused as by the request limit. */
        THROTTLED,
        /** Not applied; refused as by a revoked key. */
        KEY_REVOKED,
        /** Not applied; 200 with a fault as its body. */
        ERROR_BODY,
        /** Not applied; answered with success. */
        NOT_APPLIED,
        /** Answered with success; applied after the time, or at that many reads of the same mailbox. */
        LATE,
        /** Applied without the field that the text names; answered with success. */
        PARTIAL,
        /** Applied; the answer's JSON ends in the middle. */
        TRUNCATED,
        /** Applied; 10 MB of JSON as the answer. */
        HUGE,
        /** Applied; JSON nested 100,000 deep as the answer. */
        DEEP,
        /** Applied; a page of HTML as the answer. */
        WRONG_TYPE,
        /** Not applied; 307 to the address in the text. */
        REDIRECT,
        /** Applied; the answer comes by one byte in each time. */
        SLOW
    }

    public Trouble {
        if (number < 0 || time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("number must not be negative, time must be from 0 to an hour");
        }
        if (kind == Kind.STATUS && (number < 400 || number > 599)) {
            throw new IllegalArgumentException("a status is a number from 400 to 599");
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("text must be printable ASCII");
        }
    }

    /** Trouble that needs nothing more said. */
    public static Trouble of(Kind kind) {
        return new Trouble(kind, 0, Duration.ZERO, "");
    }

    /** Trouble that lasts. */
    public static Trouble of(Kind kind, Duration time) {
        return new Trouble(kind, 0, time, "");
    }

    /** An HTTP status, or an SMTP reply code. */
    public static Trouble status(int status) {
        return status(status, "");
    }

    /** An HTTP status with a {@code Retry-After}. */
    public static Trouble status(int status, String retryAfter) {
        return new Trouble(Kind.STATUS, status, Duration.ZERO, retryAfter);
    }

    /** Applied when the mailbox has been read so many times more. */
    public static Trouble lateByReads(int reads) {
        return new Trouble(Kind.LATE, reads, Duration.ZERO, "");
    }

    /** Applied without this field. */
    public static Trouble without(String field) {
        return new Trouble(Kind.PARTIAL, 0, Duration.ZERO, field);
    }

    /** Sent elsewhere. */
    public static Trouble redirect(String location) {
        return new Trouble(Kind.REDIRECT, 0, Duration.ZERO, location);
    }
}
