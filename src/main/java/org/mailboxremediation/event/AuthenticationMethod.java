package org.mailboxremediation.event;

/** How the actor of an event had proved who it is when the event was written. */
public enum AuthenticationMethod {
    /** A person's name and password with the call itself. */
    HTTP_BASIC,
    /** A person's session of the web applications. */
    WEBAPP_SESSION,
    /** A person's name and password, and a device's one-time nonce. */
    DEVICE_NONCE,
    /** A row of a campaign: the person was authenticated when the campaign was handed in. */
    CAMPAIGN,
    /** A person's order, carried out later: the person was authenticated when it was given. */
    EARLIER,
    /** No person: the engine, as the model says. */
    MODEL,
    /** No person: this application's own work. */
    WORKER
}
