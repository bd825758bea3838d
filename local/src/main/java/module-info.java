/** AWS inside the process or on a port, for tests and first steps. */
module io.boto4j.local {
  requires static org.jspecify;
  requires static org.junit.jupiter.api;
  requires static info.picocli;
  requires transitive io.boto4j;
  requires com.h2database.mvstore;
  requires org.eclipse.jetty.server;
  requires java.xml;
  requires java.sql;
  requires static org.apache.commons.compress;
  requires static org.tukaani.xz;

  exports io.boto4j.local;
  exports io.boto4j.local.engine;
  exports io.boto4j.local.world;

  opens io.boto4j.local.main to
      info.picocli;
}
