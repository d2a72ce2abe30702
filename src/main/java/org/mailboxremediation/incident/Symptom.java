package org.mailboxremediation.incident;

/** The article's seven symptoms of a compromised mailbox. */
public enum Symptom {
    /** Bounces for mail never sent. */
    BOUNCES(false),
    /** Mail in the mailbox that its owner does not know. */
    UNFAMILIAR_MAIL(false),
    /** The password was changed by somebody else. */
    PASSWORD_CHANGED(true),
    /** Colleagues got mail that the owner never sent. */
    COLLEAGUES_RECEIVED(false),
    /** Forwarding rules that the owner did not create. */
    FORWARDING_ADDED(true),
    /** The reply-to address was changed. */
    REPLY_TO_CHANGED(true),
    /** A notice that the mailbox was disabled; may itself be phishing, the provider's state decides. */
    DISABLED_NOTICE(false);

    private final boolean showsAccess;

    Symptom(boolean showsAccess) {
        this.showsAccess = showsAccess;
    }

    /** Whether it can only come from somebody who was inside the mailbox. */
    public boolean showsAccess() {
        return showsAccess;
    }
}
