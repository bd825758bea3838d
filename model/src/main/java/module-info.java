/** The service model as Java objects, the codecs, and the model packs. */
module io.boto4j.model {
  requires static org.jspecify;

  exports io.boto4j.model;
}
