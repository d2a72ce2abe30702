package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.UserImpl;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Whose folders these are. Holds no password: {@link ConnectionUsers} asks the accounts. */
final class MailOwner extends UserImpl {

    MailOwner(String address, ImapHostManager folders) {
        super(address, address, "", folders);
    }

    /** A name of its own: GreenMail's is the address's hash code, which two addresses can share. */
    @Override
    public String getQualifiedMailboxName() {
        return HexFormat.of().formatHex(getEmail().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
