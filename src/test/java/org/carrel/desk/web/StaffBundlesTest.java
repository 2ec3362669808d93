package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.BatchRefusal;
import org.carrel.catalog.DamagedRecord;
import org.carrel.catalog.Diagnosis;
import org.carrel.catalog.ForeignRecords;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ImportStatus;
import org.carrel.catalog.LineFilter.Mark;
import org.carrel.catalog.LineFilter.Order;
import org.carrel.catalog.MapProblem;
import org.carrel.catalog.Material;
import org.carrel.catalog.NewTitles;
import org.carrel.catalog.PlaceAnswer;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.PlanStep;
import org.carrel.catalog.RecordBatch;
import org.carrel.catalog.Repair;
import org.carrel.catalog.UndoReport;
import org.carrel.catalog.rules.MatchKey;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.ChargeWhy;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskCommand;
import org.carrel.circulation.DueProblem;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.FeeResult;
import org.carrel.circulation.Fine;
import org.carrel.circulation.HoldChanged;
import org.carrel.circulation.HoldEnd;
import org.carrel.circulation.HoldProblem;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.LimitHit;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.LostFilter;
import org.carrel.circulation.LostThing;
import org.carrel.circulation.LostThings;
import org.carrel.circulation.PayMeans;
import org.carrel.circulation.RuleAct;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleSpan;
import org.carrel.circulation.TypedMoney;
import org.carrel.copycataloging.RecordMerit;
import org.carrel.copycataloging.TargetKind;
import org.carrel.copycataloging.TargetProblem;
import org.carrel.copycataloging.TargetState;
import org.carrel.devices.Accessory;
import org.carrel.devices.AccessoryChanged;
import org.carrel.devices.AgreementAnswer;
import org.carrel.devices.AgreementProblem;
import org.carrel.devices.Assignment;
import org.carrel.devices.AssignmentProblem;
import org.carrel.devices.AuditAct;
import org.carrel.devices.AuditClosed;
import org.carrel.devices.AuditHeader;
import org.carrel.devices.AuditOutcome;
import org.carrel.devices.AuditStarted;
import org.carrel.devices.BulkPlan;
import org.carrel.devices.BulkWish;
import org.carrel.devices.CartOut;
import org.carrel.devices.CartRound;
import org.carrel.devices.CartSlot;
import org.carrel.devices.CollectionSaved;
import org.carrel.devices.ConditionSet;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceEvent;
import org.carrel.devices.DeviceField;
import org.carrel.devices.DeviceProblem;
import org.carrel.devices.DeviceSearch;
import org.carrel.devices.LabelFixed;
import org.carrel.devices.LabelPicture;
import org.carrel.devices.LabelSheet;
import org.carrel.devices.LentAccessory;
import org.carrel.devices.LentAccessoryChanged;
import org.carrel.devices.MdmSource;
import org.carrel.devices.ModelSaved;
import org.carrel.devices.SlotsChanged;
import org.carrel.devices.TodayTile;
import org.carrel.devices.UpkeepDone;
import org.carrel.devices.UpkeepKind;
import org.carrel.devices.UpkeepSaved;
import org.carrel.devices.UpkeepSearch;
import org.carrel.labels.LabelKind;
import org.carrel.labels.LabelSheets;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.SheetProblem;
import org.carrel.labels.Symbology;
import org.carrel.lists.ListKind;
import org.carrel.lists.ListState;
import org.carrel.notices.NoticeDesk;
import org.carrel.notices.NoticeField;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeLanguage;
import org.carrel.notices.NoticePolicy;
import org.carrel.notices.NoticeProblem;
import org.carrel.notices.NoticeState;
import org.carrel.notices.NoticeWay;
import org.carrel.notices.TextProblem;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.CardPicture;
import org.carrel.patrons.MergeResult;
import org.carrel.patrons.MergeUndone;
import org.carrel.patrons.PatronCard;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronEvent;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterThreshold;
import org.carrel.platform.pictures.Redrawing;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.privacy.ErasureReason;
import org.carrel.privacy.TitleReaders;
import org.carrel.privacy.rules.PersonalData;
import org.carrel.scheduling.Alternative;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PolicyProblem;
import org.carrel.scheduling.ResourceProblem;
import org.carrel.scheduling.SessionChange;
import org.carrel.scheduling.SessionEvent;
import org.carrel.school.NoticeLanguages;
import org.carrel.school.SchoolProblem;
import org.carrel.search.Readers;
import org.carrel.search.Synonym.Sense;
import org.carrel.search.TopicPicture;
import org.carrel.search.TopicTile;
import org.carrel.security.Device;
import org.carrel.security.PinProblem;
import org.carrel.security.Program;
import org.carrel.security.ProgramMade;
import org.carrel.security.UnlockProblem;
import org.carrel.sessions.PullAnswer;
import org.carrel.shelfwork.ShelfClosed;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.ShelfOutcome;
import org.carrel.shelfwork.ShelfStarted;
import org.carrel.shelfwork.WeedingProblem;
import org.carrel.shelfwork.WithdrawRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffBundlesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SOURCES = Path.of("src/main/java/org/carrel/desk");
    private static final Pattern IN_PAGE = Pattern.compile("staff\\['([a-zA-Z0-9.-]+)']");
    private static final Pattern IN_CODE = Pattern.compile("words\\.text\\(\\s*\"([a-zA-Z0-9.-]+)\"[,)]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(ScreenLanguage.ES)).isEqualTo(keys(ScreenLanguage.EN));
    }

    @Test
    void everyKeyThatAPageNamesExists() throws IOException {
        var named = found(PAGES, ".xhtml", IN_PAGE);
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(keys(ScreenLanguage.EN)).containsAll(named);
    }

    @Test
    void everyKeyThatCodeNamesExists() throws IOException {
        var named = found(SOURCES, ".java", IN_CODE);
        assertThat(named).isNotEmpty();
        assertThat(keys(ScreenLanguage.EN)).containsAll(named);
    }

    @Test
    void everyConstantShownToPeopleHasItsWords() {
        var wanted = Stream.of(
                        Arrays.stream(Outcome.values()).map(outcome -> "outcome." + outcome),
                        Arrays.stream(TitleReaders.values()).map(readers -> "titleReaders." + readers),
                        Arrays.stream(ErasureReason.values()).map(reason -> "erasureReason." + reason),
                        Stream.of("NO_REASON", "NO_STATUTE", "TOO_LONG").map(problem -> "titleProblem." + problem),
                        PersonalData.tables().stream()
                                .filter(table -> !table.told().isEmpty())
                                .map(table -> "personFile." + table.name()),
                        Arrays.stream(Outcome.values()).map(outcome -> "oneOutcome." + outcome),
                        Arrays.stream(ImportStatus.State.values()).map(state -> "importState." + state),
                        Arrays.stream(ImportStatus.State.values()).map(state -> "doing." + state),
                        Arrays.stream(Mark.values()).map(mark -> "lineMark." + mark),
                        Arrays.stream(Order.values()).map(order -> "lineOrder." + order),
                        Arrays.stream(Sense.values()).map(sense -> "sense." + sense),
                        Arrays.stream(TopicPicture.values()).map(picture -> "picture." + picture),
                        Arrays.stream(TopicTile.Readers.values()).map(readers -> "topicReaders." + readers),
                        Stream.of("EMPTY", "TOO_LONG", "TAKEN").map(reason -> "topicProblem.TITLE_EN." + reason),
                        Stream.of("EMPTY", "TOO_LONG", "UNREADABLE").map(reason -> "topicProblem.SEARCH." + reason),
                        Stream.of("PICTURE", "SITE").map(field -> "topicProblem." + field + ".UNKNOWN"),
                        Stream.of("saved", "moved", "shown", "hidden", "restored")
                                .map(done -> "topics.done." + done),
                        Stream.of("title", "author", "series", "subject").map(part -> "search.part." + part),
                        Arrays.stream(UndoReport.Outcome.values()).map(outcome -> "undone." + outcome),
                        Arrays.stream(UndoReport.Outcome.values()).map(outcome -> "kept." + outcome),
                        Arrays.stream(MatchKey.Kind.values()).map(kind -> "matchKey." + kind),
                        Stream.of("twice", "without-shelf", "without-barcode", "without-copies", "deletions")
                                .map(notice -> "notice." + notice),
                        Arrays.stream(PlaceAnswer.Kind.values()).map(kind -> "question." + kind),
                        Arrays.stream(UploadProblem.values()).map(problem -> "upload." + problem),
                        Arrays.stream(Diagnosis.Part.values()).map(part -> "part." + part),
                        Arrays.stream(Repair.Kind.values()).map(kind -> "repair." + kind),
                        Arrays.stream(DamagedRecord.Format.values()).map(format -> "format." + format),
                        Arrays.stream(PlanPart.Kind.values()).map(kind -> "plan." + kind),
                        Arrays.stream(PlanStep.values()).map(step -> "planStep." + step),
                        Arrays.stream(MapProblem.Kind.values()).map(kind -> "mapProblem." + kind),
                        Arrays.stream(PatronField.values()).map(field -> "patronField." + field),
                        Arrays.stream(PatronCategory.values()).map(category -> "patronCategory." + category),
                        Arrays.stream(PatronStatus.values()).map(status -> "patronStatus." + status),
                        Arrays.stream(PatronSearch.Who.values()).map(who -> "peopleWho." + who),
                        Arrays.stream(PatronSaved.Problem.values()).map(problem -> "personProblem." + problem),
                        Arrays.stream(PatronEvent.Kind.values()).map(kind -> "patronEvent." + kind),
                        Arrays.stream(MergeResult.Problem.values()).map(problem -> "mergeProblem." + problem),
                        Arrays.stream(MergeUndone.Problem.values()).map(problem -> "unmergeProblem." + problem),
                        Arrays.stream(MergeUndone.Stay.values()).map(stay -> "mergeStay." + stay),
                        Arrays.stream(CardPicture.Kind.values()).map(kind -> "cardKind." + kind),
                        Arrays.stream(PatronCard.Status.values()).map(status -> "cardState." + status),
                        Arrays.stream(RosterRun.State.values()).map(state -> "rosterState." + state),
                        Arrays.stream(RosterRun.Origin.values()).map(origin -> "rosterOrigin." + origin),
                        Arrays.stream(RosterOutcome.values()).map(outcome -> "rosterOutcome." + outcome),
                        Arrays.stream(RosterThreshold.Kind.values()).map(kind -> "rosterThreshold." + kind),
                        Arrays.stream(RosterFinding.Kind.values()).map(kind -> "rosterFinding." + kind),
                        Arrays.stream(RosterRemark.Kind.values()).map(kind -> "rosterRemark." + kind),
                        Arrays.stream(SchoolProblem.Kind.values()).map(kind -> "schoolProblem." + kind),
                        Arrays.stream(SchoolProblem.Field.values()).map(field -> "schoolField." + field),
                        Arrays.stream(NoticeLanguages.values()).map(one -> "noticeLanguages." + one),
                        Arrays.stream(CalendarServlet.Part.values()).map(part -> "calendar.done." + part),
                        Arrays.stream(HoldProblem.values()).map(problem -> "holdProblem." + problem),
                        Arrays.stream(HoldChanged.values())
                                .filter(changed -> changed != HoldChanged.DONE)
                                .map(changed -> "holdChanged." + changed),
                        Arrays.stream(HoldState.values()).map(state -> "holdState." + state),
                        Arrays.stream(HoldEnd.values()).map(end -> "holdEnd." + end),
                        Arrays.stream(HoldsPart.values()).flatMap(part -> Stream.of("", ".help", ".nothing")
                                .map(of -> "holdsPart." + part + of)),
                        Arrays.stream(TitleHoldServlet.CardProblem.values()).map(problem -> "holds.card." + problem),
                        HoldWords.ACTS.stream().map(act -> "holds.done." + act),
                        Arrays.stream(DeviceField.values()).map(field -> "deviceField." + field),
                        Arrays.stream(DeviceCategory.values()).map(one -> "deviceCategory." + one),
                        Arrays.stream(DeviceCondition.values()).map(one -> "deviceCondition." + one),
                        Arrays.stream(Custody.Kind.values()).map(kind -> "custody." + kind),
                        Arrays.stream(DeviceSearch.Support.values()).map(one -> "deviceSupport." + one),
                        Arrays.stream(DeviceSearch.Look.values()).map(look -> "deviceLook." + look),
                        Arrays.stream(TodayTile.values()).map(tile -> "todayTile." + tile),
                        Arrays.stream(AuditHeader.State.values()).map(state -> "auditState." + state),
                        Arrays.stream(AuditStarted.Why.values()).map(why -> "auditProblem." + why),
                        Arrays.stream(AuditOutcome.values()).map(one -> "auditOutcome." + one),
                        Arrays.stream(AuditOutcome.values()).map(one -> "audit.said." + one),
                        Arrays.stream(AuditAct.values()).map(act -> "auditAct." + act),
                        Arrays.stream(AuditAct.values()).map(act -> "auditAct.done." + act),
                        Arrays.stream(AuditClosed.values()).map(one -> "auditClosed." + one),
                        Arrays.stream(ShelfStarted.Why.values()).map(why -> "shelfProblem." + why),
                        Arrays.stream(ShelfClosed.values()).map(one -> "shelfClosed." + one),
                        Arrays.stream(ShelfOutcome.values())
                                .flatMap(one -> Stream.of("shelfOutcome." + one, "shelfGroup." + one)),
                        Arrays.stream(ShelfOutcome.values())
                                .filter(ShelfOutcome::canBeSettled)
                                .map(one -> "shelfSettle." + one),
                        Arrays.stream(ShelfCopy.Where.values()).map(where -> "shelfWhere." + where),
                        Arrays.stream(WithdrawRefusal.values()).map(why -> "withdrawRefusal." + why),
                        Arrays.stream(WeedingProblem.values()).map(why -> "weedingProblem." + why),
                        Arrays.stream(BatchRefusal.values()).map(why -> "batchRefusal." + why),
                        Arrays.stream(RecordBatch.Source.values()).map(source -> "batchSource." + source),
                        Arrays.stream(RecordBatch.State.values()).map(state -> "batchState." + state),
                        Arrays.stream(RecordBatch.Undone.values())
                                .filter(undone -> undone != RecordBatch.Undone.RESTORED)
                                .map(undone -> "batchUndone." + undone),
                        Arrays.stream(BatchDo.values())
                                .flatMap(one -> Stream.concat(
                                        Stream.of("batchDo." + one, "batchStep." + one),
                                        one.fields().stream().map(field -> "batchField." + field))),
                        Stream.of("holds", "classes", "works", "lists", "covers")
                                .map(kind -> "recordMerge.moved." + kind),
                        Arrays.stream(LabelFixed.Answer.values()).map(one -> "labelFixed." + one),
                        Arrays.stream(UpkeepKind.values()).map(kind -> "upkeepKind." + kind),
                        Arrays.stream(UpkeepPlansView.Every.values()).map(one -> "upkeepEvery." + one),
                        Arrays.stream(UpkeepSearch.When.values()).map(when -> "upkeepWhen." + when),
                        Arrays.stream(UpkeepSaved.Why.values()).map(why -> "upkeepProblem." + why),
                        Arrays.stream(UpkeepDone.Answer.values())
                                .filter(one -> one != UpkeepDone.Answer.DONE)
                                .map(one -> "upkeepDone." + one),
                        Arrays.stream(DeviceProblem.Kind.values()).map(kind -> "deviceProblem." + kind),
                        Arrays.stream(ConditionSet.Why.values()).map(why -> "conditionProblem." + why),
                        Arrays.stream(DeviceEvent.Kind.values()).map(kind -> "deviceEvent." + kind),
                        Arrays.stream(MdmSource.values()).map(source -> "mdmSource." + source),
                        Arrays.stream(ModelSaved.Problem.values()).map(problem -> "modelProblem." + problem),
                        Arrays.stream(BulkWish.Field.values()).map(field -> "bulkField." + field),
                        Arrays.stream(BulkPlan.Problem.values()).map(problem -> "bulkProblem." + problem),
                        Arrays.stream(LabelSheet.values()).map(sheet -> "labelSheet." + sheet),
                        Arrays.stream(LabelPicture.Kind.values()).map(kind -> "labelKind." + kind),
                        Arrays.stream(LabelKind.values()).map(kind -> "copyLabel." + kind),
                        Arrays.stream(TargetKind.values()).map(kind -> "targetKind." + kind),
                        Arrays.stream(TargetState.Outcome.values()).map(one -> "targetOutcome." + one),
                        Arrays.stream(TargetProblem.Kind.values()).map(kind -> "targetProblem." + kind),
                        Arrays.stream(TargetProblem.Field.values()).map(field -> "targetField." + field),
                        Arrays.stream(ForeignRecords.Encoding.values()).map(one -> "targetEncoding." + one),
                        Arrays.stream(RecordMerit.Level.values()).map(level -> "recordLevel." + level),
                        Arrays.stream(NewTitles.Undone.values()).map(undone -> "add.undone." + undone),
                        Arrays.stream(Material.values())
                                .filter(material -> material != Material.OTHER)
                                .map(material -> "material." + material),
                        Stream.of("title", "copy").map(done -> "add.done." + done),
                        Stream.of("saved", "removed").map(done -> "copyTargets.done." + done),
                        Stream.of("NAME", "HOST", "PORT", "PATH", "SYNTAX", "INDEX", "SECONDS", "PLACE")
                                .map(field -> "targetHelp." + field),
                        Arrays.stream(ListKind.values()).map(kind -> "listKind." + kind),
                        Arrays.stream(ListState.values()).map(state -> "listState." + state),
                        Arrays.stream(Readers.values()).map(readers -> "listReaders." + readers),
                        Arrays.stream(Redrawing.Trouble.values()).map(trouble -> "coverTrouble." + trouble),
                        Arrays.stream(Symbology.values()).map(one -> "symbology." + one),
                        Arrays.stream(LabelTrouble.Kind.values()).map(kind -> "labelTrouble." + kind),
                        Arrays.stream(SheetProblem.Kind.values()).map(kind -> "sheetProblem." + kind),
                        Arrays.stream(SheetProblem.Field.values()).map(field -> "sheetField." + field),
                        LabelSheets.shipped().stream().map(sheet -> "labelSheet." + sheet.key()),
                        Stream.of("added", "right", "left").map(done -> "copyLabels.done." + done),
                        Stream.of("sheet", "printer", "removed").map(done -> "labelSheets.done." + done),
                        Arrays.stream(Accessory.Why.values()).map(why -> "accessoryWhy." + why),
                        Arrays.stream(AccessoryChanged.Why.values()).map(why -> "accessoryProblem." + why),
                        Arrays.stream(LentAccessory.State.values()).map(state -> "lentAccessory." + state),
                        Arrays.stream(LentAccessoryChanged.Why.values()).map(why -> "lentAccessoryProblem." + why),
                        Arrays.stream(Assignment.End.values()).map(end -> "assignmentEnd." + end),
                        Arrays.stream(AssignmentProblem.Kind.values()).map(kind -> "assignmentProblem." + kind),
                        Arrays.stream(AgreementProblem.values()).map(problem -> "agreementProblem." + problem),
                        Arrays.stream(AgreementAnswer.Way.values()).map(way -> "agreements.signed." + way),
                        Arrays.stream(PullAnswer.Act.values()).map(act -> "pullAnswer." + act),
                        Arrays.stream(SessionChange.Why.values()).map(why -> "preparation.problem." + why),
                        Arrays.stream(LoanBlock.values())
                                .flatMap(block -> Stream.of("loanBlock." + block, "loanBlockName." + block)),
                        Arrays.stream(DeskAnswer.Remark.Kind.values()).map(kind -> "deskRemark." + kind),
                        Arrays.stream(DeskAnswer.Act.values()).map(act -> "deskAct." + act),
                        Arrays.stream(BlockedAct.values()).map(act -> "blockStops." + act),
                        Arrays.stream(RuleField.values()).map(field -> "ruleField." + field),
                        Arrays.stream(RuleField.Part.values()).map(part -> "rulePart." + part),
                        Arrays.stream(RuleField.values())
                                .filter(field -> field.kind() == RuleField.Kind.CHOICE)
                                .flatMap(field -> field.choices().stream())
                                .map(choice -> "ruleChoice." + choice),
                        Arrays.stream(RuleProblem.Kind.values()).map(kind -> "ruleProblem." + kind),
                        Arrays.stream(RuleProblem.Place.values()).map(place -> "rulePlace." + place),
                        Arrays.stream(RuleAct.values()).map(act -> "ruleAct." + act),
                        Arrays.stream(PatronCategory.values()).map(category -> "ruleFor." + category),
                        Arrays.stream(LoanPeriod.Unit.values()).map(unit -> "loanPeriod." + unit),
                        RuleParts.choices(RuleField.PERIOD, List.of()).stream().map(unit -> "periodUnit." + unit),
                        RuleParts.choices(RuleField.CEILING, List.of()).stream().map(one -> "ceilingChoice." + one),
                        RuleParts.choices(RuleField.DUE_TIME, List.of()).stream()
                                .map(one -> "timeChoice." + one),
                        Arrays.stream(RuleSpan.Unit.values()).map(unit -> "ruleSpan." + unit),
                        Arrays.stream(DueStep.Kind.values()).map(kind -> "dueStep." + kind),
                        Arrays.stream(LimitHit.Kind.values()).map(kind -> "limitHit." + kind),
                        Arrays.stream(Fine.Kind.values()).map(kind -> "fineKind." + kind),
                        Arrays.stream(DueProblem.Kind.values()).map(kind -> "dueProblem." + kind),
                        Arrays.stream(NoticeKind.values()).map(kind -> "noticeKind." + kind),
                        Arrays.stream(NoticeWay.values()).map(way -> "noticeWay." + way),
                        Arrays.stream(NoticeState.values()).map(state -> "noticeState." + state),
                        Arrays.stream(NoticeProblem.values()).map(problem -> "noticeProblem." + problem),
                        Arrays.stream(NoticeLanguage.values()).map(language -> "noticeLanguage." + language),
                        Arrays.stream(NoticeField.values()).map(field -> "noticeField." + field),
                        Arrays.stream(NoticeDesk.Shown.values()).map(list -> "noticeList." + list),
                        Arrays.stream(NoticeDesk.Act.values()).map(act -> "noticeAct." + act),
                        Arrays.stream(NoticeDesk.Act.values()).map(act -> "noticeDone." + act),
                        Arrays.stream(TextProblem.Kind.values()).map(kind -> "textProblem." + kind),
                        Arrays.stream(TextProblem.Place.values()).map(place -> "textPlace." + place),
                        Stream.of("DUE_SOON", "OVERDUE", "SEND_AT").map(problem -> "timesProblem." + problem),
                        Stream.of("dueSoonDays", "overdueDays", "sendAt").map(field -> "times." + field),
                        Arrays.stream(NoticePolicy.Guardians.values()).map(one -> "guardians." + one),
                        Arrays.stream(UnlockProblem.values()).map(problem -> "unlockProblem." + problem),
                        Arrays.stream(ProgramMade.Problem.values()).map(problem -> "programProblem." + problem),
                        Arrays.stream(SessionCalendarServlet.Part.values()).map(part -> "calendars.done." + part),
                        Arrays.stream(SessionChange.Why.values()).map(why -> "api.session.why." + why),
                        Program.ROLES.stream().map(role -> "programRole." + role),
                        Arrays.stream(StaffPlaces.values())
                                .map(place -> "nav." + place.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(StaffPlaces.Area.values())
                                .map(area -> "nav." + area.name().toLowerCase(Locale.ROOT)),
                        UnlockServlet.DONE.stream().map(done -> "unlock.done." + done),
                        Arrays.stream(PinProblem.values()).map(problem -> "pinProblem." + problem),
                        Arrays.stream(ChargeType.values()).map(type -> "chargeType." + type),
                        Arrays.stream(ChargeClass.values()).map(group -> "chargeClass." + group),
                        Arrays.stream(ChargeWhy.values()).map(why -> "chargeWhy." + why),
                        Arrays.stream(EntryKind.values())
                                .flatMap(kind -> Stream.of("entryKind." + kind, "receipt." + kind)),
                        Arrays.stream(PayMeans.values()).map(means -> "payMeans." + means),
                        Arrays.stream(FeeResult.Problem.values()).map(problem -> "feeProblem." + problem),
                        Arrays.stream(TypedMoney.Problem.values()).map(problem -> "moneyProblem." + problem),
                        Arrays.stream(LostThing.Kind.values()).map(kind -> "lostKind." + kind),
                        Arrays.stream(LostFilter.Sort.values()).map(sort -> "lostSort." + sort),
                        Arrays.stream(LostThings.Act.values()).map(act -> "lostAct." + act),
                        Arrays.stream(LostThings.Result.values()).map(result -> "lostResult." + result),
                        Stream.of("payment", "credit", "waiver", "write-off", "refund", "charge")
                                .map(done -> "fees.done." + done),
                        Arrays.stream(DeskCommand.values())
                                .flatMap(command -> Stream.of("", ".what").map(of -> "deskBarcode." + command + of)),
                        Arrays.stream(CartSlot.Fate.values()).map(fate -> "slotFate." + fate),
                        Arrays.stream(SlotsChanged.Why.values()).map(why -> "slotProblem." + why),
                        Arrays.stream(CartRound.Outcome.values()).map(outcome -> "roundOutcome." + outcome),
                        Arrays.stream(CartOut.Way.values()).map(way -> "cartWay." + way),
                        Arrays.stream(CollectionSaved.Why.values()).map(why -> "collectionProblem." + why),
                        Arrays.stream(BookingResource.Kind.values())
                                .flatMap(kind -> Stream.of("resourceKind." + kind, "resourceKinds." + kind)),
                        Arrays.stream(ClassSession.Kind.values()).map(kind -> "sessionKind." + kind),
                        Arrays.stream(ClassSession.State.values()).map(state -> "sessionState." + state),
                        Arrays.stream(SessionEvent.Kind.values()).map(kind -> "sessionEvent." + kind),
                        Arrays.stream(SessionChange.Why.values()).map(why -> "sessionProblem." + why),
                        Arrays.stream(BookingForm.Problem.values()).map(problem -> "bookingProblem." + problem),
                        Arrays.stream(MaintenanceForm.Problem.values()).map(problem -> "maintenanceProblem." + problem),
                        Arrays.stream(Alternative.Kind.values()).map(kind -> "alternative." + kind),
                        Arrays.stream(ResourceProblem.values()).map(problem -> "resourceProblem." + problem),
                        Arrays.stream(PolicyProblem.values()).map(problem -> "policyProblem." + problem),
                        Arrays.stream(BookingPolicy.Booker.values()).map(role -> "booker." + role),
                        Stream.of("booked", "requested", "approved", "refused", "claimed", "cancelled")
                                .map(done -> "session.done." + done),
                        Arrays.stream(Device.Skin.values()).map(skin -> "skin." + skin),
                        Arrays.stream(Device.Audience.values()).map(audience -> "audience." + audience))
                .flatMap(keys -> keys)
                .toList();
        assertThat(keys(ScreenLanguage.EN)).containsAll(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceIsAMessageFormatWithoutStraightQuotes(ScreenLanguage language) {
        for (var sentence : sentences(language)) {
            assertThat(sentence).doesNotContain("'");
            assertThatCode(() -> new MessageFormat(sentence, language.locale())).doesNotThrowAnyException();
        }
    }

    @Test
    void bothLanguagesFillInTheSameDetails() {
        for (var key : keys(ScreenLanguage.EN)) {
            assertThat(arguments(ScreenLanguage.ES, key)).as(key).isEqualTo(arguments(ScreenLanguage.EN, key));
        }
    }

    private static Set<String> keys(ScreenLanguage language) {
        return new TreeSet<>(StaffWords.bundle(language).keySet());
    }

    private static List<String> sentences(ScreenLanguage language) {
        var bundle = StaffWords.bundle(language);
        return bundle.keySet().stream().map(bundle::getString).toList();
    }

    private static Set<String> arguments(ScreenLanguage language, String key) {
        return ARGUMENT.matcher(StaffWords.bundle(language).getString(key))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        var names = new HashSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }
}
