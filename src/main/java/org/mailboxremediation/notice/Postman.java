package org.mailboxremediation.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends one letter to one recipient, and tells a refusal from a passing failure. */
@Component
final class Postman {

    private static final String UTF_8 = "UTF-8";

    private final ObjectProvider<JavaMailSender> senders;
    private final NoticeProperties properties;
    private final Clock clock;

    Postman(ObjectProvider<JavaMailSender> senders, NoticeProperties properties, Clock clock) {
        this.senders = senders;
        this.properties = properties;
        this.clock = clock;
    }

    /** Hands the letter to the mail server. A repeat carries the same Message-ID, so that it can be recognised. */
    Delivery deliver(Notice notice, Letter letter) {
        return deliver(new Mail(notice.id(), notice.recipient(), letter, null));
    }

    /** The same for any mail. */
    Delivery deliver(Mail mail) {
        JavaMailSender sender = senders.getIfAvailable();
        if (sender == null) {
            return Delivery.POSTPONED;
        }
        try {
            sender.send(message(sender.createMimeMessage(), mail));
            return Delivery.ACCEPTED;
        } catch (MailSendException failed) {
            return failed.getFailedMessages().values().stream().anyMatch(Postman::refused)
                    ? Delivery.REFUSED
                    : Delivery.POSTPONED;
        } catch (MailException | MessagingException unclear) {
            return Delivery.POSTPONED;
        }
    }

    private MimeMessage message(MimeMessage message, Mail mail) throws MessagingException {
        message.setFrom(new InternetAddress(properties.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(mail.letter().subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setContent(content(mail));
        message.setHeader("Message-ID", messageId(mail));
        // RFC 3834 §5: keeps auto-replies from answering.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        Letter letter = mail.letter();
        MimeMultipart texts =
                new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
        Mail.Attachment attached = mail.attachment();
        if (attached == null) {
            return texts;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(texts);
        MimeBodyPart file = part(attached.text(), "plain");
        file.setFileName(attached.name());
        return new MimeMultipart("mixed", body, file);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private String messageId(Mail mail) {
        return "<" + mail.id() + "@" + MailboxAddress.parse(properties.from()).domain() + ">";
    }

    private static boolean refused(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = next(at)) {
            if (at instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() / 100 == 5;
            }
            if (at instanceof SMTPSendFailedException send && send.getReturnCode() / 100 == 5 && next(at) == null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : failure.getCause();
    }
}
