package org.mailboxremediation.education;

/** Articles of the provider that a lesson leads to. */
enum Article {
    COMPROMISED("secure-a-compromised-rackspace-email-mailbox"),
    PASSWORDS("password-management-and-best-practices"),
    SPOOFING("email-spoofing-best-practices"),
    HEADERS("view-and-read-rackspace-email-headers"),
    BOUNCES("common-email-bounces"),
    FORWARDING("set-up-rackspace-email-forwarding"),
    CHANGE_PASSWORD("change-your-rackspace-email-password"),
    ACCESS("block-or-restore-rackspace-email-access");

    private final String slug;

    Article(String slug) {
        this.slug = slug;
    }

    String link() {
        return "https://docs.rackspace.com/docs/" + slug;
    }
}
