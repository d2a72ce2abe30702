package org.mailboxremediation.block;

/**
 * Why an entry is suggested. All of it is in our own words.
 *
 * @param why where it comes from
 * @param confidence how sure it is to stop the sender and nobody else
 * @param wouldHit whose mail it would refuse
 */
public record Grounds(String why, Confidence confidence, String wouldHit) {

    static final Grounds OF_A_PERSON = new Grounds(
            "A person gave it.",
            Confidence.MEDIUM,
            "All mail that it matches: look at the preview before you say yes.");

    static final Grounds OLD = new Grounds("The message suggested it.", Confidence.LOW, "All mail that it matches.");
}
