;; Leak — from models/channels/leak.livn
import memory livn.memory 1
