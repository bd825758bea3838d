/** The compiled models of all AWS services: data only. */
module io.boto4j.models {}
