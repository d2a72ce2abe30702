package org.mailboxremediation.casefile;

/**
 * What is wrong with a case file.
 *
 * @param member where: a member of the archive, or the archive itself
 * @param what in our own words; never text from the file but numbers and hashes
 */
public record Flaw(String member, String what) {

    @Override
    public String toString() {
        return member + ": " + what;
    }
}
