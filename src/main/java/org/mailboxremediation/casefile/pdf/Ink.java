package org.mailboxremediation.casefile.pdf;

import java.awt.Color;

/** The few colours that are used; each can be told from the others in print without colour too. */
public enum Ink {
    TEXT(0x20262E),
    QUIET(0x66707C),
    LINE(0xC9CFD6),
    SHADE(0xF1F4F7),
    HEADING(0x1F3A5F),
    TAKEN(0x0F6B4F),
    TAKEN_SHADE(0xDDF1E9),
    WARNING(0x9A3412),
    PAPER(0xFFFFFF);

    private final Color color;

    Ink(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
