import { produce } from "immer"; // immer-in-core-and-engine

export const hire = produce;
