package org.carrel.desk.web;

final class RecordFileServlet {
    static final String PATH = "/desk/record-file";

    private RecordFileServlet() {}
}
