;; CalciumActivatedK — from models/channels/calcium.livn
import memory livn.memory 1
