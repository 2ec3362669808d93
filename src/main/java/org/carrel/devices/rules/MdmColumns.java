package org.carrel.devices.rules;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;

/**
 * Which column of a file is which field, by the name of the column: exports have them in any order, some of them twice, and any
 * others beside them.
 *
 * @param fields places of the columns of a field, counted from 0; of several the first that says something counts
 */
public record MdmColumns(MdmForm form, Map<MdmField, List<Integer>> fields) {
    /** Directory API, resource chromeosdevices, as GAM writes it. */
    private static final Map<String, MdmField> GAM = Map.ofEntries(
            entry("deviceid", MdmField.MDM_ID),
            entry("serialnumber", MdmField.SERIAL),
            entry("annotatedassetid", MdmField.TAG),
            entry("annotatedlocation", MdmField.LOCATION),
            entry("annotateduser", MdmField.USER),
            entry("autoupdateexpiration", MdmField.SUPPORT_END),
            entry("supportenddate", MdmField.SUPPORT_END),
            entry("ethernetmacaddress", MdmField.ETHERNET_MAC),
            entry("macaddress", MdmField.WIFI_MAC),
            entry("lastenrollmenttime", MdmField.ENROLLED),
            entry("lastsync", MdmField.LAST_SEEN),
            entry("model", MdmField.MODEL),
            entry("notes", MdmField.NOTES),
            entry("orgunitpath", MdmField.ORG_UNIT),
            entry("osversion", MdmField.OS_VERSION),
            entry("recentusers", MdmField.LAST_USER),
            entry("recentusers.0.email", MdmField.LAST_USER),
            entry("ordernumber", MdmField.PO_NUMBER),
            entry("status", MdmField.STATUS));

    /** Seen, and documented nowhere. */
    private static final Map<String, MdmField> GOOGLE_CONSOLE = Map.ofEntries(
            entry("deviceid", MdmField.MDM_ID),
            entry("device id", MdmField.MDM_ID),
            entry("serial number", MdmField.SERIAL),
            entry("asset id", MdmField.TAG),
            entry("annotated asset id", MdmField.TAG),
            entry("annotated location", MdmField.LOCATION),
            entry("location", MdmField.LOCATION),
            entry("annotated user", MdmField.USER),
            entry("auto update expiration", MdmField.SUPPORT_END),
            entry("ethernet mac address", MdmField.ETHERNET_MAC),
            entry("wifi mac address", MdmField.WIFI_MAC),
            entry("mac address", MdmField.WIFI_MAC),
            entry("first sync", MdmField.ENROLLED),
            entry("last enrollment time", MdmField.ENROLLED),
            entry("last sync", MdmField.LAST_SEEN),
            entry("model", MdmField.MODEL),
            entry("annotated notes", MdmField.NOTES),
            entry("notes", MdmField.NOTES),
            entry("org unit path", MdmField.ORG_UNIT),
            entry("os version", MdmField.OS_VERSION),
            entry("recent users", MdmField.LAST_USER),
            entry("most recent user", MdmField.LAST_USER),
            entry("provision status", MdmField.STATUS),
            entry("status", MdmField.STATUS));

    /** The names of Jamf's advanced searches; which of them a file has, each school chooses. */
    private static final Map<String, MdmField> JAMF = Map.ofEntries(
            entry("jss mobile device id", MdmField.MDM_ID),
            entry("jss computer id", MdmField.MDM_ID),
            entry("udid", MdmField.MDM_ID),
            entry("serial number", MdmField.SERIAL),
            entry("asset tag", MdmField.TAG),
            entry("display name", MdmField.NAME),
            entry("computer name", MdmField.NAME),
            entry("last enrollment", MdmField.ENROLLED),
            entry("last inventory update", MdmField.LAST_SEEN),
            entry("last check-in", MdmField.LAST_SEEN),
            entry("lost mode enabled", MdmField.LOST_MODE),
            entry("managed", MdmField.STATUS),
            entry("model", MdmField.MODEL),
            entry("os version", MdmField.OS_VERSION),
            entry("ios version", MdmField.OS_VERSION),
            entry("operating system version", MdmField.OS_VERSION),
            entry("wi-fi mac address", MdmField.WIFI_MAC),
            entry("mac address", MdmField.WIFI_MAC),
            entry("room", MdmField.LOCATION),
            entry("department", MdmField.ORG_UNIT),
            entry("email address", MdmField.USER),
            entry("username", MdmField.USER),
            entry("po date", MdmField.PURCHASED),
            entry("po number", MdmField.PO_NUMBER),
            entry("purchase price", MdmField.PRICE),
            entry("vendor", MdmField.VENDOR),
            entry("warranty expiration", MdmField.WARRANTY_END),
            entry("device ownership type", MdmField.OWNERSHIP));

    /** Report DevicesWithInventory. */
    private static final Map<String, MdmField> INTUNE = Map.ofEntries(
            entry("device id", MdmField.MDM_ID),
            entry("serial number", MdmField.SERIAL),
            entry("device name", MdmField.NAME),
            entry("enrollment date", MdmField.ENROLLED),
            entry("last check-in", MdmField.LAST_SEEN),
            entry("os version", MdmField.OS_VERSION),
            entry("manufacturer", MdmField.MANUFACTURER),
            entry("model", MdmField.MODEL),
            entry("wi-fi mac", MdmField.WIFI_MAC),
            entry("ethernetmac", MdmField.ETHERNET_MAC),
            entry("primary user upn", MdmField.USER),
            entry("primary user email address", MdmField.USER),
            entry("ownership", MdmField.OWNERSHIP),
            entry("category", MdmField.ORG_UNIT),
            entry("device state", MdmField.STATUS),
            entry("os", MdmField.SYSTEM));

    /** What schools call the columns of their own lists, in English and Spanish; Snipe-IT's names are among them. */
    private static final Map<MdmField, List<String>> LISTS = Map.ofEntries(
            entry(
                    MdmField.TAG,
                    List.of(
                            "asset tag",
                            "barcode",
                            "asset id",
                            "asset number",
                            "asset",
                            "tag",
                            "etiqueta",
                            "codigo de barras")),
            entry(
                    MdmField.SERIAL,
                    List.of("serial number", "serial", "serial no", "s/n", "sn", "numero de serie", "serie")),
            entry(MdmField.MANUFACTURER, List.of("manufacturer", "make", "brand", "fabricante", "marca")),
            entry(MdmField.MODEL, List.of("model name", "model", "modelo")),
            entry(MdmField.PURCHASED, List.of("purchase date", "purchased", "date purchased", "fecha de compra")),
            entry(MdmField.PRICE, List.of("purchase cost", "cost", "price", "purchase price", "costo", "precio")),
            entry(MdmField.VENDOR, List.of("supplier", "vendor", "proveedor")),
            entry(MdmField.PO_NUMBER, List.of("order number", "po number", "po", "pedido", "orden de compra")),
            entry(
                    MdmField.WARRANTY_END,
                    List.of("warranty expires", "warranty expiration", "warranty end", "garantia", "fin de garantia")),
            entry(MdmField.LOCATION, List.of("room", "location", "salon", "aula", "ubicacion")),
            entry(MdmField.NOTES, List.of("notes", "note", "notas")),
            entry(MdmField.USER, List.of("assigned to", "email", "user", "asignado a", "correo")));

    /** By the names of the columns. */
    public static MdmColumns of(List<String> header) {
        var names = header.stream().map(MdmColumns::plain).toList();
        var form = form(names);
        return switch (form) {
            case GAM -> known(form, GAM, names);
            case GOOGLE_CONSOLE -> known(form, GOOGLE_CONSOLE, names);
            case JAMF -> known(form, JAMF, names);
            case INTUNE -> known(form, INTUNE, names);
            case LIST -> guessed(names);
        };
    }

    /** As a person says. @param chosen columns by field */
    public static MdmColumns told(Map<MdmField, Integer> chosen) {
        var fields = new EnumMap<MdmField, List<Integer>>(MdmField.class);
        chosen.forEach((field, at) -> fields.put(field, List.of(at)));
        return new MdmColumns(MdmForm.LIST, fields);
    }

    /** Whether a device can be found by it at all. */
    public boolean findsDevices() {
        return Set.of(MdmField.MDM_ID, MdmField.SERIAL, MdmField.TAG).stream().anyMatch(fields::containsKey);
    }

    /** The first of its columns that says something; empty when none does. */
    public String cell(MdmField field, List<String> cells) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(at -> at < cells.size())
                .map(cells::get)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Names that a file has more than once. */
    public static List<String> twice(List<String> header) {
        var seen = new HashSet<String>();
        return header.stream()
                .filter(name -> !name.isEmpty() && !seen.add(plain(name)))
                .distinct()
                .toList();
    }

    private static MdmForm form(List<String> names) {
        var has = Set.copyOf(names);
        if (has.contains("deviceid") && has.contains("serialnumber")) return MdmForm.GAM;
        if (has.contains("serial number")) {
            if (has.contains("provision status") || has.contains("org unit path")) return MdmForm.GOOGLE_CONSOLE;
            if (has.contains("jss mobile device id") || has.contains("jss computer id") || has.contains("udid")) {
                return MdmForm.JAMF;
            }
            if (has.contains("display name") && has.contains("last inventory update")) return MdmForm.JAMF;
            if (has.contains("device id") && has.contains("device name")) return MdmForm.INTUNE;
        }
        return MdmForm.LIST;
    }

    private static MdmColumns known(MdmForm form, Map<String, MdmField> aliases, List<String> names) {
        var fields = new EnumMap<MdmField, List<Integer>>(MdmField.class);
        for (var at = 0; at < names.size(); at++) {
            var field = aliases.get(names.get(at));
            if (field != null)
                fields.computeIfAbsent(field, none -> new ArrayList<>()).add(at);
        }
        return new MdmColumns(form, fields);
    }

    private static MdmColumns guessed(List<String> names) {
        var fields = new EnumMap<MdmField, List<Integer>>(MdmField.class);
        LISTS.forEach((field, known) -> first(known, names).ifPresent(at -> fields.put(field, List.of(at))));
        return new MdmColumns(MdmForm.LIST, fields);
    }

    private static Optional<Integer> first(List<String> known, List<String> names) {
        return known.stream().map(names::indexOf).filter(at -> at >= 0).findFirst();
    }

    /** In small letters, without accents, signs that nobody can see, and the sign for a number. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{C}#.]+(?=\\s|$)", "")
                .replaceAll("[\\p{M}\\p{C}]+", "")
                .replace('_', ' ')
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
