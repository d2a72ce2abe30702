package org.mailboxremediation.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.LoginResult.Answer;
import org.mailboxremediation.outbox.Outcome.State;
import org.springframework.stereotype.Component;

/** Sees for itself who can log in (promise P4). */
@Component
final class LockOutCheck {

    private final LoginCheck logins;

    LockOutCheck(LoginCheck logins) {
        this.logins = logins;
    }

    /** On an open mailbox: both servers must accept the new password and refuse the old one, where it is known. */
    Reading open(MailboxAddress mailbox, Passwords passwords) {
        Map<String, LoginResult> heard = ask(mailbox, passwords);
        LoginResult current = heard.getOrDefault(Passwords.NEW, LoginResult.UNKNOWN);
        Optional<LoginResult> old = Optional.ofNullable(heard.get(Passwords.OLD));
        boolean refuted = current.isAny(Answer.REFUSED)
                || old.filter(answer -> answer.isAny(Answer.ACCEPTED)).isPresent();
        boolean verified = current.isBoth(Answer.ACCEPTED)
                && old.map(answer -> answer.isBoth(Answer.REFUSED)).orElse(true);
        return new Reading(state(refuted, verified), codes(heard));
    }

    /** On a mailbox that was read back as disabled: both servers must refuse every password we know. */
    Reading blocked(MailboxAddress mailbox, Passwords passwords) {
        Map<String, LoginResult> heard = ask(mailbox, passwords);
        boolean refuted = heard.values().stream().anyMatch(answer -> answer.isAny(Answer.ACCEPTED));
        boolean verified = heard.values().stream().allMatch(answer -> answer.isBoth(Answer.REFUSED));
        List<String> by = new ArrayList<>(List.of(Reading.DISABLED));
        by.addAll(codes(heard));
        return new Reading(state(refuted, verified), by);
    }

    /** What the servers say to each of the passwords; the caller judges. */
    List<String> heard(MailboxAddress mailbox, Passwords passwords) {
        return codes(ask(mailbox, passwords));
    }

    private static State state(boolean refuted, boolean verified) {
        if (refuted) {
            return State.REFUTED;
        }
        return verified ? State.VERIFIED : State.UNVERIFIABLE;
    }

    private Map<String, LoginResult> ask(MailboxAddress mailbox, Passwords passwords) {
        Map<String, LoginResult> heard = new LinkedHashMap<>();
        for (Map.Entry<String, Secret> known : passwords.known().entrySet()) {
            heard.put(known.getKey(), logins.check(mailbox, known.getValue()));
        }
        return heard;
    }

    private static List<String> codes(Map<String, LoginResult> heard) {
        List<String> codes = new ArrayList<>();
        heard.forEach((name, result) -> {
            code("imap:" + name, result.imap(), codes);
            code("smtp:" + name, result.smtp(), codes);
        });
        return codes;
    }

    private static void code(String what, Answer answer, List<String> codes) {
        if (answer != Answer.UNKNOWN) {
            codes.add(what + "-" + answer.name().toLowerCase(Locale.ROOT));
        }
    }
}
