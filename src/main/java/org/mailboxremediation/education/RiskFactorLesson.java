package org.mailboxremediation.education;

import org.mailboxremediation.incident.RiskFactor;

/** What each risk factor teaches, in our own words. */
enum RiskFactorLesson {
    WEAK_PASSWORD(
            RiskFactor.WEAK_PASSWORD,
            "One long password for this mailbox alone",
            "Programs guess short passwords, and passwords built from names, dates or patterns, within minutes. "
                    + "Use a long one that you use nowhere else: a break-in at another site then opens nothing here. "
                    + "Let a password manager invent and remember it. "
                    + "Never give it to anybody; no administrator will ever ask you for it.",
            Article.PASSWORDS),
    DELAYED_UPDATES(
            RiskFactor.DELAYED_UPDATES,
            "Install updates when they come",
            "An update often closes a hole that attackers already know and use. "
                    + "Each day of delay leaves that hole open on your device. "
                    + "Let the system, the browser and the mail program update themselves, and restart when they ask. "
                    + "A device that gets no updates any more should not read company mail.",
            Article.COMPROMISED),
    UNVERIFIED_SOURCE_LINKS(
            RiskFactor.UNVERIFIED_SOURCE_LINKS,
            "Do not click what strangers send",
            "A sender's name can be typed freely, so it proves nothing. "
                    + "If you did not expect the message, do not open its links or attachments. "
                    + "Ask the person or the firm another way, with a number you already have. "
                    + "Reporting a message in vain costs a minute; a click may cost a mailbox.",
            Article.SPOOFING),
    UNVERIFIED_LINKS(
            RiskFactor.UNVERIFIED_LINKS,
            "Look where a link really leads",
            "The words of a link and its destination need not match. "
                    + "Rest the pointer on it, or press and hold on a telephone, and read the address from the right: "
                    + "the name just before the first single slash is who you would talk to. "
                    + "For anything that asks for a password, type the address yourself or use a bookmark. "
                    + "A password manager that does not offer your password is a warning too.",
            Article.SPOOFING),
    PUBLIC_COMPUTER(
            RiskFactor.PUBLIC_COMPUTER,
            "Keep off shared computers",
            "On a computer that is not yours, you cannot know what records your keys or keeps your session. "
                    + "Read mail on your own device only. "
                    + "If there was no other way, log out, close the browser, "
                    + "and change your password from your own device the same day.",
            Article.CHANGE_PASSWORD),
    PUBLIC_WIFI(
            RiskFactor.PUBLIC_WIFI,
            "Treat public WiFi as watched",
            "Whoever runs an open network, or pretends to, can watch and redirect what passes through it. "
                    + "Use your telephone's own connection, or your company's VPN. "
                    + "Never click away a certificate warning, there least of all. "
                    + "Set mail programs to encrypted connections only.",
            Article.COMPROMISED);

    private final RiskFactor factor;
    private final String title;
    private final String text;
    private final Article article;

    RiskFactorLesson(RiskFactor factor, String title, String text, Article article) {
        this.factor = factor;
        this.title = title;
        this.text = text;
        this.article = article;
    }

    Lesson lesson() {
        return new Lesson(factor.name(), title, text, article.link());
    }
}
