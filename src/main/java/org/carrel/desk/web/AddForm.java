package org.carrel.desk.web;

import org.carrel.catalog.CopyForm.Field;

/** What desk/add.xhtml keeps from one book to the next. */
final class AddForm {
    private AddForm() {}

    /** What stays for the next book, as further parameters of an address. */
    static String carried(FormTexts texts) {
        return part("site", texts.get("site"))
                + part(Field.LOCATION.name(), texts.get(Field.LOCATION.name()))
                + part(Field.ITEM_TYPE.name(), texts.get(Field.ITEM_TYPE.name()));
    }

    static String part(String name, String value) {
        return value.isBlank() ? "" : "&" + name + "=" + FormTexts.encoded(value.strip());
    }
}
