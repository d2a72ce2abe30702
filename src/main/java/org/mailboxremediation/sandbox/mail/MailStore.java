package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailboxremediation.sandbox.SandboxComponent;

/** The stored mail, in memory; an owner's folders are made when first needed. */
@SandboxComponent
final class MailStore {

    private final ImapHostManager folders = new MailFolders();
    private final Map<String, GreenMailUser> owners = new ConcurrentHashMap<>();

    ImapHostManager folders() {
        return folders;
    }

    GreenMailUser owner(String address) {
        return owners.computeIfAbsent(address, this::create);
    }

    void deliver(String address, MovingMessage message) {
        owner(address).deliver(message);
    }

    private GreenMailUser create(String address) {
        MailOwner owner = new MailOwner(address, folders);
        owner.create();
        return owner;
    }
}
