package org.mailboxremediation.sandbox.account;

/** The live IMAP and SMTP sessions, for the one thing an account change does to them. */
public interface LoginSessions {

    /** Ends every session that is, or is about to be, logged in as this address, idle or not. */
    void drop(String address);
}
