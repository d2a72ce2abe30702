package org.mailboxremediation.education;

import org.mailboxremediation.incident.Symptom;

/** What each symptom teaches, in our own words. */
enum SymptomLesson {
    BOUNCES(
            Symptom.BOUNCES,
            "Bounces for mail you never sent",
            "When mail comes back that you did not write, somebody sends in your name. "
                    + "They may be inside your mailbox, or only forge your address. "
                    + "You cannot tell the two apart by looking: report it at once. "
                    + "Do not open what is attached to the bounce.",
            Article.BOUNCES),
    UNFAMILIAR_MAIL(
            Symptom.UNFAMILIAR_MAIL,
            "Mail that you do not know",
            "Look at Sent, Drafts and Deleted now and then. "
                    + "Messages there that you did not write or move show that somebody else works in your mailbox. "
                    + "Leave them where they are, because they are evidence. "
                    + "Report them the same hour.",
            Article.HEADERS),
    PASSWORD_CHANGED(
            Symptom.PASSWORD_CHANGED,
            "Your password stops working",
            "If a password that you know to be right is refused, somebody may have changed it. "
                    + "Do not follow any mail that offers to reset it. "
                    + "Call an administrator: they can lock the mailbox within minutes. "
                    + "If you used the same password elsewhere, change it there as well.",
            Article.CHANGE_PASSWORD),
    COLLEAGUES_RECEIVED(
            Symptom.COLLEAGUES_RECEIVED,
            "Colleagues ask about mail you never sent",
            "Attackers write to your contacts because your name is trusted. "
                    + "If anybody asks about an odd message from you, take it seriously and report it. "
                    + "Tell them by telephone not to answer, click or pay. "
                    + "Ask for the message as a file: its headers show where it came from.",
            Article.SPOOFING),
    FORWARDING_ADDED(
            Symptom.FORWARDING_ADDED,
            "Forwarding you did not set up",
            "A forwarding rule keeps sending your mail to an intruder after your password has changed. "
                    + "Look at your forwarding and filter settings every few weeks. "
                    + "Anything there that you do not know is a reason to report at once. "
                    + "Do not delete it yourself: its address is evidence.",
            Article.FORWARDING),
    REPLY_TO_CHANGED(
            Symptom.REPLY_TO_CHANGED,
            "Answers that go elsewhere",
            "With a changed reply-to address, people who answer you write to somebody else. "
                    + "When contacts say that they have answered and nothing came, look at that setting. "
                    + "It is often used to slip false bank details into a running conversation. "
                    + "Check changed payment details by telephone, always.",
            Article.SPOOFING),
    DISABLED_NOTICE(
            Symptom.DISABLED_NOTICE,
            "A notice that your mailbox was disabled",
            "Such a notice may be real, and it may be bait. "
                    + "Never use the link or the number in it. "
                    + "Ask an administrator, who can see the mailbox's state at the provider. "
                    + "If you have already typed your password somewhere, say so: nobody will blame you.",
            Article.ACCESS);

    private final Symptom symptom;
    private final String title;
    private final String text;
    private final Article article;

    SymptomLesson(Symptom symptom, String title, String text, Article article) {
        this.symptom = symptom;
        this.title = title;
        this.text = text;
        this.article = article;
    }

    Lesson lesson() {
        return new Lesson(symptom.name(), title, text, article.link());
    }
}
