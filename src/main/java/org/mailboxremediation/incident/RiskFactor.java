package org.mailboxremediation.incident;

/** The article's six risk factors. */
public enum RiskFactor {
    /** A weak or moderate password. */
    WEAK_PASSWORD,
    /** Software updates were delayed. */
    DELAYED_UPDATES,
    /** Links from unverified sources were clicked. */
    UNVERIFIED_SOURCE_LINKS,
    /** Links were clicked without verifying their authenticity. */
    UNVERIFIED_LINKS,
    /** The mailbox was used on a public computer. */
    PUBLIC_COMPUTER,
    /** The mailbox was used over public WiFi. */
    PUBLIC_WIFI
}
