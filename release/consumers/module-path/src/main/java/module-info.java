/** A program that uses boto4j as a module. */
module consumer.modulepath {
  requires io.boto4j;
  requires jdk.httpserver;
}
