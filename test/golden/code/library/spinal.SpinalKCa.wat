;; SpinalKCa — from models/channels/spinal.livn
import memory livn.memory 1
