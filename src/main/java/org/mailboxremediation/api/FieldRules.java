package org.mailboxremediation.api;

import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with a request, so that its sender learns of it at once. */
public final class FieldRules {

    /** More would help nobody. */
    private static final int MAX = 100;

    private final List<FieldRule> broken = new ArrayList<>();

    /** Notes that the field breaks the rule. */
    public void add(String field, String rule) {
        if (broken.size() < MAX) {
            broken.add(new FieldRule(field, rule));
        }
    }

    /** What was noted. */
    public List<FieldRule> broken() {
        return List.copyOf(broken);
    }

    boolean isEmpty() {
        return broken.isEmpty();
    }

    /** Refuses the request if anything is wrong with it. */
    void check() {
        if (!broken.isEmpty()) {
            throw Problem.fields(broken);
        }
    }
}
