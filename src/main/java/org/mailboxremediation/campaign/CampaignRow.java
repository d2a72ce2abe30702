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
 * @param attempts how often it was tried to take it in, from 0
 */
public record CampaignRow(String campaignId, int row, Report report, List<NewDevice> devices, int attempts) {

    public CampaignRow {
        devices = List.copyOf(devices);
    }
}
