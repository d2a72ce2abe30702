package org.mailboxremediation.config;

/** The groups that people belong to; tasks go to groups, never to a person (DESIGN §5). */
public final class People {

    public static final String MAILBOX_ADMINS = "mailbox-admins";
    public static final String SECURITY_LEADS = "security-leads";
    public static final String AUDITORS = "auditors";
    public static final String REPORTERS = "reporters";

    private People() {}
}
