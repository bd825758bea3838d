/** Every AWS service's model, compiled: data only. */
module io.boto4j.models {}
