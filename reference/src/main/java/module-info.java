/** The reference of all services as a web site. */
module io.boto4j.reference {
  requires static org.jspecify;
  requires static info.picocli;
  requires static java.compiler; // the annotation of generated templates
  requires io.boto4j;
  requires transitive io.boto4j.model;
  requires gg.jte.runtime;
  requires org.jsoup;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.tables;
  requires org.commonmark.ext.heading.anchor;
  requires jdk.httpserver;

  exports io.boto4j.reference;

  opens io.boto4j.reference.main to
      info.picocli;
}
