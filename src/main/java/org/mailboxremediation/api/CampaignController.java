package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.campaign.Campaign;
import org.mailboxremediation.campaign.Campaigns;
import org.mailboxremediation.campaign.Progress;
import org.mailboxremediation.campaign.RowOutcome;
import org.mailboxremediation.campaign.RowResult;
import org.mailboxremediation.process.CampaignIntake;
import org.mailboxremediation.process.LockOutProgress;
import org.mailboxremediation.process.LockOutStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns: report many mailboxes at once, and see how far their lock-outs have come. */
@RestController
@RequestMapping(path = "/api/campaigns", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Campaigns")
final class CampaignController {

    private static final String CSV = "text/csv";
    private static final String EXAMPLE = "mailbox,symptoms,riskFactors,note\nalice@example.com,BOUNCES,,\n";

    private final CampaignBody bodies;
    private final CampaignIntake intake;
    private final Campaigns campaigns;
    private final LockOutProgress lockOuts;

    CampaignController(CampaignBody bodies, CampaignIntake intake, Campaigns campaigns, LockOutProgress lockOuts) {
        this.bodies = bodies;
        this.intake = intake;
        this.campaigns = campaigns;
        this.lockOuts = lockOuts;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, CSV})
    @Operation(
            summary = "Report many mailboxes at once, all of them or none",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = ReportBody.class))),
                                @Content(mediaType = CSV, schema = @Schema(type = "string", example = EXAMPLE))
                            }))
    @ApiResponse(responseCode = "202", description = "The rows are stored and their lock-outs are on their way")
    @ApiResponse(
            responseCode = "400",
            description = "A row breaks a rule; fields says which. Nothing was stored",
            content = @Content)
    @ApiResponse(responseCode = "413", description = "More than 10 MiB", content = @Content)
    ResponseEntity<CampaignView> submit(HttpServletRequest request, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Campaign stored = intake.accept(caller.userId(), bodies.read(request, caller));
        return ResponseEntity.accepted()
                .location(URI.create("/api/campaigns/" + stored.id()))
                .body(view(stored, Progress.none(stored)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a campaign has come")
    CampaignView get(@PathVariable String id) {
        Campaign campaign = find(id);
        return view(campaign, campaigns.progress(campaign));
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "What became of each row")
    List<RowResult> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Campaign campaign = find(id);
        FieldRules rules = new FieldRules();
        RowOutcome wanted = ListQuery.outcome(outcome, rules);
        int number = ListQuery.page(page, rules);
        int length = ListQuery.size(size, rules);
        rules.check();
        return campaigns.results(campaign.id(), wanted, number, length);
    }

    private Campaign find(String id) {
        return campaigns.find(id).orElseThrow(() -> Problem.notFound("campaign"));
    }

    /** The progress was read first, so that what is told to be done has nothing to expect. */
    private CampaignView view(Campaign campaign, Progress progress) {
        Instant expectedAt = campaigns
                .lastUnderWay(campaign)
                .flatMap(lockOuts::of)
                .map(LockOutStatus::expectedAt)
                .orElse(null);
        return CampaignView.of(progress, expectedAt);
    }
}
