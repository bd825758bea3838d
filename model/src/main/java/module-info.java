/** The service model as Java objects, the codecs, and the model packs. */
@SuppressWarnings("module") // io.boto4j is compiled after this module, so javac cannot see it yet
module io.boto4j.model {
  requires static org.jspecify;

  exports io.boto4j.model;
  exports io.boto4j.model.codec to
      io.boto4j;
}
