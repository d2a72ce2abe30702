package org.mailboxremediation.campaign;

import java.util.List;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.incident.Report;

/**
 * A row as it was handed in.
 *
 * @param campaignId its campaign
 * @param row its place, from 0
 * @param report what it says
 * @param devices what it names
 */
public record CampaignRow(String campaignId, int row, Report report, List<NewDevice> devices) {

    public CampaignRow {
        devices = List.copyOf(devices);
    }
}
