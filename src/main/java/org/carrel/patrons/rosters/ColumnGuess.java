package org.carrel.patrons.rosters;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.rules.NameFolding;

/** Which column of a plain list is which field, by what lists call them in English and Spanish. */
final class ColumnGuess {
    private static final Map<PatronField, List<String>> NAMES = Map.ofEntries(
            entry(
                    PatronField.IDENTIFIER,
                    List.of(
                            "student id",
                            "student number",
                            "id number",
                            "identifier",
                            "id",
                            "number",
                            "matricula",
                            "numero",
                            "employee id",
                            "local id")),
            entry(
                    PatronField.FAMILY_NAME,
                    List.of("last name", "family name", "surname", "lastname", "apellido", "apellidos")),
            entry(PatronField.GIVEN_NAME, List.of("first name", "given name", "firstname", "nombre", "nombres")),
            entry(PatronField.MIDDLE_NAME, List.of("middle name", "segundo nombre")),
            entry(PatronField.PREFERRED_NAME, List.of("preferred name", "nickname", "goes by", "nombre preferido")),
            entry(PatronField.EMAIL, List.of("email", "e mail", "student email", "correo", "correo electronico")),
            entry(PatronField.GRADE, List.of("grade", "grade level", "grado")),
            entry(PatronField.HOMEROOM, List.of("homeroom", "home room", "hr", "grupo", "salon")),
            entry(PatronField.USERNAME, List.of("username", "user name", "login", "usuario")),
            entry(PatronField.CATEGORY, List.of("role", "type", "category", "categoria")),
            entry(PatronField.SITE, List.of("school code", "site code", "codigo de escuela")),
            entry(PatronField.GUARDIAN_NAME, List.of("guardian name", "guardian", "parent name", "parent", "tutor")),
            entry(PatronField.GUARDIAN_EMAIL, List.of("guardian email", "parent email", "correo del tutor")),
            entry(PatronField.GUARDIAN_PHONE, List.of("guardian phone", "parent phone", "telefono del tutor")),
            entry(PatronField.STATUS, List.of("status", "estado")));

    private static final List<String> CARD =
            List.of("barcode", "card", "card number", "library card", "card no", "tarjeta", "codigo de barras");

    private ColumnGuess() {}

    static RosterMapping of(List<String> header) {
        var columns = new EnumMap<PatronField, String>(PatronField.class);
        NAMES.forEach((field, names) -> find(header, names).ifPresent(column -> columns.put(field, column)));
        return new RosterMapping(columns, find(header, CARD).orElse(""), PatronCategory.STUDENT, "");
    }

    private static Optional<String> find(List<String> header, List<String> names) {
        return names.stream()
                .flatMap(name -> header.stream().filter(column -> plain(column).equals(name)))
                .findFirst();
    }

    private static String plain(String column) {
        var words = column.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[_#.]+", " ");
        return String.join(" ", NameFolding.typed(words));
    }
}
