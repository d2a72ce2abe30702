package org.mailboxremediation.block;

/**
 * Whether an entry may be blocked (promise P7).
 *
 * @param verdict what the rules say
 * @param sentence why, in our own words; empty if there is nothing to say
 */
public record Judgement(Verdict verdict, String sentence) {

    /** What the rules can say of an entry. */
    public enum Verdict {
        /** Nothing speaks against it. */
        ALLOWED,
        /** Only with a person's explicit yes and a reason. */
        CAUTION,
        /** The provider's list cannot say it: only a person can see to it elsewhere, with a reason. */
        BY_HAND,
        /** Never: it would hit ourselves, or is nothing that can be blocked. */
        REFUSED
    }

    static final Judgement ALLOWED = new Judgement(Verdict.ALLOWED, "");

    static Judgement caution(String sentence) {
        return new Judgement(Verdict.CAUTION, sentence);
    }

    static Judgement byHand(String sentence) {
        return new Judgement(Verdict.BY_HAND, sentence);
    }

    static Judgement refused(String sentence) {
        return new Judgement(Verdict.REFUSED, sentence);
    }
}
