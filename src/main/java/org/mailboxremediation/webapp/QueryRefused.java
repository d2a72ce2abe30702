package org.mailboxremediation.webapp;

import java.util.List;

/** A call of the Cockpit plugin that is answered with a problem document. Nothing that was sent is repeated in it. */
public final class QueryRefused extends RuntimeException {

    private final int status;
    private final transient List<Field> fields;

    private QueryRefused(int status, String sentence, List<Field> fields) {
        super(sentence, null, false, false);
        this.status = status;
        this.fields = List.copyOf(fields);
    }

    /**
     * A parameter and what holds there.
     *
     * @param field its name
     * @param rule what it must be; never what it was
     */
    public record Field(String field, String rule) {}

    /** 400: parameters break rules. */
    public static QueryRefused fields(List<Field> broken) {
        return new QueryRefused(400, "The request breaks a rule: see fields.", broken);
    }

    /** 404: there is no such thing. */
    public static QueryRefused notFound(String what) {
        return new QueryRefused(404, "There is no such " + what + ".", List.of());
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** What is wrong, a parameter each; empty where the message says it all. */
    List<Field> fields() {
        return fields;
    }
}
